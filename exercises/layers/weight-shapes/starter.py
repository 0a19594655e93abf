# quizzer: weight-shapes
"""Tell the name and shape of every parameter of a layer."""


def weight_shapes(spec):
    """Return {name: shape} for the layer that ``spec`` describes, a pair (layer, arguments)."""
    layer, arguments = spec
    if layer == "BatchNorm2d":
        return {"weight": (arguments["num_features"],), "bias": (arguments["num_features"],)}
    raise NotImplementedError(layer)
