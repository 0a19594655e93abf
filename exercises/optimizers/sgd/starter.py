# quizzer: sgd
"""SGD without torch.optim."""

import torch


class SGD:
    """Stochastic gradient descent."""

    def __init__(self, params, lr=1e-3, momentum=0, dampening=0, weight_decay=0, nesterov=False):
        self.params = list(params)
        self.lr = lr

    def step(self):
        raise NotImplementedError("write the update")

    def zero_grad(self):
        raise NotImplementedError("clear the gradients")
