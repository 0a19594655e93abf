"""A linear model with given weights. Nothing here knows what is right."""


def linear(weight, bias):
    """nn.Linear(len(weight), 1) with these numbers."""
    model = nn.Linear(weight.numel(), 1).to(weight.dtype)
    with torch.no_grad():
        model.weight.copy_(weight[None])
        model.bias.copy_(bias)
    return model


def gradients(loss_fn, model, x, y):
    """The gradients of the loss: of the weight and of the bias."""
    loss_fn(model, x, y).backward()
    return [parameter.grad for parameter in model.parameters()]
