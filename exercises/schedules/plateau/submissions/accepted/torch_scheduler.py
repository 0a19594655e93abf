"""torch's own scheduler, on an optimizer that has nothing to optimise."""

import torch


class Plateau:
    def __init__(self, lr, mode, factor, patience, threshold, cooldown, min_lr):
        self.optimizer = torch.optim.SGD([torch.zeros(1)], lr=lr)
        self.scheduler = torch.optim.lr_scheduler.ReduceLROnPlateau(
            self.optimizer,
            mode=mode,
            factor=factor,
            patience=patience,
            threshold=threshold,
            cooldown=cooldown,
            min_lr=min_lr,
        )

    def step(self, metric):
        self.scheduler.step(metric)
        return self.optimizer.param_groups[0]["lr"]
