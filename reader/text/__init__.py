"""HTML in, safe HTML, plain text and its layout out. Knows nothing of feeds or studies."""
