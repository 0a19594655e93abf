"""A pattern for each layer."""


def weight_shapes(spec):
    match spec:
        case ("Linear", {"in_features": i, "out_features": o, **rest}):
            shapes = {"bias": (o,), "weight": (o, i)}
        case ("Conv2d", {"in_channels": i, "out_channels": o, "kernel_size": (h, w), **rest}):
            shapes = {"bias": (o,), "weight": (o, i // rest.get("groups", 1), h, w)}
        case ("Conv2d", {"kernel_size": int(k), **rest}):
            return weight_shapes(("Conv2d", {"kernel_size": (k, k), **rest}))
        case ("Embedding", rest):
            shapes = {"weight": tuple(rest[key] for key in ("num_embeddings", "embedding_dim"))}
        case ("BatchNorm2d", {"num_features": n, **rest}):
            shapes = dict.fromkeys(("weight", "bias"), (n,)) if rest.get("affine", True) else {}
        case (kind, {"input_size": i, "hidden_size": h, **rest}):
            g = {"GRU": 3 * h, "LSTM": 4 * h}[kind]
            ends = ("", "_reverse")[: 1 + rest.get("bidirectional", False)]
            shapes = {}
            for n in range(rest.get("num_layers", 1)):
                for end in ends:
                    shapes |= {f"weight_ih_l{n}{end}": (g, i), f"weight_hh_l{n}{end}": (g, h)}
                    shapes |= {f"bias_ih_l{n}{end}": (g,), f"bias_hh_l{n}{end}": (g,)}
                i = h * len(ends)
    if not rest.get("bias", True):
        shapes = {name: shape for name, shape in shapes.items() if not name.startswith("bias")}
    return shapes
