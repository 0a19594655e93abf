import torch
import torch.nn.functional as F


def train_epoch(model, loader, opt):
    model.train()
    parameters = [p for group in opt.param_groups for p in group["params"]]
    weighted = torch.zeros((), dtype=torch.float64)
    seen = 0
    for batch in loader:
        inputs, labels = batch
        loss = F.cross_entropy(model(inputs), labels)
        for parameter, gradient in zip(parameters, torch.autograd.grad(loss, parameters)):
            parameter.grad = gradient
        opt.step()
        weighted += loss.detach() * labels.shape[0]
        seen += labels.shape[0]
    return weighted.item() / seen


def evaluate(model, loader):
    model.eval()
    with torch.no_grad():
        pairs = [(model(x).argmax(-1), y) for x, y in loader]
    guesses, labels = (torch.cat(parts) for parts in zip(*pairs))
    return guesses.eq(labels).double().mean().item()
