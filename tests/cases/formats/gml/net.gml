graph [ directed 1 node [ id 1 label "A&#228;" ] node [ id 2 label "b" graphics [ x 1.0 y 2.0 ] ] edge [ source 1 target 2 value -2 ] ]
