"""Training with the learner's model and loss. Nothing here knows what is right."""


def stretch(model, factor):
    """Multiply all parameters, so that the outputs are far from uniform."""
    with torch.no_grad():
        for parameter in model.parameters():
            parameter.mul_(factor)


def parameters(model):
    """All parameters, without their graph."""
    return [parameter.detach() for parameter in model.parameters()]


def last_linear(model, x):
    """What the model returns, and what the last linear layer returned in that call."""
    seen = []

    def keep(module, arguments, output):
        seen.append(output.detach().clone())

    handles = [part.register_forward_hook(keep) for part in model.modules() if isinstance(part, nn.Linear)]
    returned = model(x)
    for handle in handles:
        handle.remove()
    return returned.detach(), seen[-1] if seen else None


def proba(model, x):
    """What the learner's model takes for probabilities."""
    return model.predict_proba(x)


def trained_loss(model, loss_fn, x, y, steps):
    """Train with Adam; the loss in the end."""
    optimizer = torch.optim.Adam(model.parameters(), lr=0.02)
    for _ in range(steps):
        optimizer.zero_grad()
        loss_fn(model, x, y).backward()
        optimizer.step()
    return loss_fn(model, x, y).detach()
