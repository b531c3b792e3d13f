Creator "somebody"
graph [
  directed 1
  node [ id 1 label "Ali &#38; sons" kind "group" ]
  node [ id 2 label "&#1605;&#1581;&#1605;&#1583;" ]
  edge [ source 1 target 2 value -2.5 since 1914 ]
  edge [ source 2 target 1 value 1 graphics [ width 2 ] ]
]
