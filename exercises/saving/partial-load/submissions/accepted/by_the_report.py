"""Asks load_state_dict itself what is missing and unexpected."""


def load_matching(model, state):
    shapes = {name: tuple(value.shape) for name, value in model.state_dict().items()}
    fitting = dict(state)
    wrong_size = []
    for name in list(fitting):
        if name in shapes and tuple(fitting[name].shape) != shapes[name]:
            wrong_size.append(name)
            del fitting[name]
    report = model.load_state_dict(fitting, strict=False)
    unknown = list(report.unexpected_keys)
    missing = [name for name in report.missing_keys if name not in wrong_size]
    loaded = [name for name in fitting if name not in unknown]
    return loaded, unknown + wrong_size, missing
