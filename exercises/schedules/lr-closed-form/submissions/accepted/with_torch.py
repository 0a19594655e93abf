import torch


def lr_at(kind, epoch, base, **kw):
    match kind:
        case "StepLR":
            return base * kw["gamma"] ** (epoch // kw["step_size"])
        case "MultiStepLR":
            reached = torch.tensor(kw["milestones"]) <= epoch
            return base * kw["gamma"] ** int(reached.sum())
        case "ExponentialLR":
            return base * float(torch.tensor(kw["gamma"], dtype=torch.float64) ** epoch)
        case "CosineAnnealingLR":
            phase = torch.tensor(torch.pi * epoch / kw["T_max"], dtype=torch.float64)
            return (kw["eta_min"] + 0.5 * (base - kw["eta_min"]) * (1 + phase.cos())).item()
