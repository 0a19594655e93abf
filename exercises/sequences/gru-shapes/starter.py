# quizzer: gru-shapes
"""Predict the shapes of what nn.GRU returns."""


def gru_shapes(batch, seq, input_size, hidden, layers, bidirectional, batch_first):
    """Return the shapes of the outputs and of the last hidden states; ``batch`` may be None."""
    return (seq, batch, hidden), (batch, hidden)
