from itertools import chain


def load_matching(model, state):
    own = dict(chain(model.named_parameters(), model.named_buffers()))
    skipped = set(state)
    for name in own.keys() & state.keys():
        if list(own[name].shape) == list(state[name].shape):
            own[name].data.copy_(state[name])
            skipped.remove(name)
    return list(state.keys() - skipped), list(skipped), list(own.keys() - state.keys())
