"""The archive on disk, and all SQL. Knows nothing of the network or of windows."""
