# quizzer: plateau
"""A scheduler that lowers the rate when a metric stops improving."""


class Plateau:
    def __init__(self, lr, mode, factor, patience, threshold, cooldown, min_lr):
        self.lr = lr

    def step(self, metric):
        """Take the metric of one epoch and return the learning rate after it."""
        raise NotImplementedError
