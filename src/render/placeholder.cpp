// Removed with the first measure.
