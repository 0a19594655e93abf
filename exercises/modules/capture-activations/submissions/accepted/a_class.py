class Recorder:
    def __init__(self, name):
        self.name, self.output = name, None

    def __call__(self, module, args, kwargs, output):
        self.output = output.detach().clone()


def capture(model, names, x):
    missing = [name for name in names if name not in dict(model.named_modules())]
    if missing:
        raise KeyError(missing[0])
    recorders = [Recorder(name) for name in names]
    handles = [model.get_submodule(one.name).register_forward_hook(one, with_kwargs=True) for one in recorders]
    try:
        model(x)
    finally:
        while handles:
            handles.pop().remove()
    return {one.name: one.output for one in recorders}
