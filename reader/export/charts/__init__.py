"""Charts of studies as values: points in, marks for a size out. Whoever shows them paints the marks."""
