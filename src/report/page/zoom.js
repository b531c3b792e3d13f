// zoom
