def run_chunks(gru, head, chunks, targets, opt):
    state, losses = None, []
    for x, y in zip(chunks, targets, strict=True):
        for group in opt.param_groups:
            for parameter in group["params"]:
                parameter.grad = None
        output, state = gru(x) if state is None else gru(x, state)
        error = head(output) - y
        loss = error.square().mean()
        loss.backward()
        state.detach_()
        opt.step()
        losses.append(loss.item())
    return losses
