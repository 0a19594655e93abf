"""Models with given weights, built where the learner's code can use them. Nothing here knows what is right."""


def build(weights):
    """A network of two linear layers with tanh in between: [weight 1, bias 1, weight 2, bias 2], all copied."""
    hidden, features = weights[0].shape
    model = nn.Sequential(nn.Linear(features, hidden), nn.Tanh(), nn.Linear(hidden, weights[2].shape[0]))
    model = model.to(weights[0].dtype)
    with torch.no_grad():
        for parameter, weight in zip(model.parameters(), weights, strict=True):
            parameter.copy_(weight)
    return model


def leave_gradients(model, gradients):
    """Put ``gradients`` into the parameters' ``.grad``, as earlier work on the model would."""
    for parameter, gradient in zip(model.parameters(), gradients, strict=True):
        parameter.grad = gradient.clone()


def weights_of(model):
    """Copies of the model's parameters, in their order."""
    return [parameter.detach().clone() for parameter in model.parameters()]
