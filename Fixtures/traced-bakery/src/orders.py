"""Orders of the bakery."""


# @spec orders/1.1, 1.2
def take(store, hours, loaves):
    if not hours.open:
        raise ValueError("closed")
    store.append(loaves)
    return loaves * 4
