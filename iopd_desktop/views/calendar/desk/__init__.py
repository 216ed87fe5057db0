"""The event desk: a full window for one event, for a queue of forty people, without a mouse and without a network."""
