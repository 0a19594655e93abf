"""Takes the model's own value wherever none fits, and loads strictly."""


def load_matching(model, state):
    merged, loaded, missing = {}, [], []
    for name, value in model.state_dict().items():
        merged[name] = value
        if name not in state:
            missing.append(name)
        elif state[name].shape == value.shape:
            merged[name] = state[name]
            loaded.append(name)
    model.load_state_dict(merged, strict=True)
    return loaded, [name for name in state if name not in set(loaded)], missing
