"""The evidence table: studies as rows, what their cards say as columns, and pictures of it."""
