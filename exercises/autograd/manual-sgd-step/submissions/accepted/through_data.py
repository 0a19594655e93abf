def sgd_step(params, lr):
    for p in params:
        if p.grad is not None and p.requires_grad:
            p.data = p.data - lr * p.grad
