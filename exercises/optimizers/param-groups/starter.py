# quizzer: param-groups
"""Parameter groups: weight decay for matrices only."""


def param_groups(model, lr, weight_decay):
    """A list of parameter groups for torch.optim."""
    raise NotImplementedError("sort the parameters into groups")
