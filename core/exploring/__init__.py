"""The design space: many small runs over a grid of networks and image sizes, on one computer or a cluster."""
