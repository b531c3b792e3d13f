// figure
