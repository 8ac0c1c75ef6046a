"""What the alliance tells its groups: what is due, what is doubtful, how it is going."""
