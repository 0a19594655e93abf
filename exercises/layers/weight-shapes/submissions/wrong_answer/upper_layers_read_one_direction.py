# caught-by: follows_layers_and_directions
# mistake: Your upper layers seem to read one direction only.
# mistake[zh-CN]: 你的上面各层似乎只读入了一个方向。
"""hidden_size features."""


def recurrent(gates, input_size, hidden_size, num_layers=1, bias=True, bidirectional=False, batch_first=False):
    directions = ["", "_reverse"] if bidirectional else [""]
    rows = gates * hidden_size
    shapes = {}
    for layer in range(num_layers):
        read = input_size if layer == 0 else hidden_size
        for direction in directions:
            end = f"_l{layer}{direction}"
            shapes["weight_ih" + end] = (rows, read)
            shapes["weight_hh" + end] = (rows, hidden_size)
            if bias:
                shapes["bias_ih" + end] = (rows,)
                shapes["bias_hh" + end] = (rows,)
    return shapes


def weight_shapes(spec):
    layer, arguments = spec
    get = arguments.get
    bias = get("bias", True)
    if layer == "Linear":
        out = get("out_features")
        shapes = {"weight": (out, get("in_features"))}
    elif layer == "Conv2d":
        out, k = get("out_channels"), get("kernel_size")
        kernel = k if isinstance(k, tuple) else (k, k)
        shapes = {"weight": (out, get("in_channels") // get("groups", 1), *kernel)}
    elif layer == "Embedding":
        return {"weight": (get("num_embeddings"), get("embedding_dim"))}
    elif layer == "BatchNorm2d":
        n = get("num_features")
        return {"weight": (n,), "bias": (n,)} if get("affine", True) else {}
    elif layer == "GRU":
        return recurrent(3, **arguments)
    else:
        return recurrent(4, **arguments)
    if bias:
        shapes["bias"] = (out,)
    return shapes
