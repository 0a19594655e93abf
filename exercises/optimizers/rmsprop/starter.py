# quizzer: rmsprop
"""RMSprop without torch.optim."""

import torch


class RMSprop:
    """Gradients divided by their root mean square."""

    def __init__(self, params, lr=1e-2, alpha=0.99, eps=1e-8, weight_decay=0, momentum=0, centered=False):
        self.params = list(params)
        self.lr = lr

    def step(self):
        raise NotImplementedError("write the update")
