import pytest

from src.orders import take


class Hours:
    def __init__(self, is_open):
        self.open = is_open


# @spec orders/1.1
@pytest.mark.parametrize("loaves", [1, 2])
def test_keeps_the_order_with_its_total(loaves):
    assert take([], Hours(True), loaves) == loaves * 4


class TestClosed:
    def test_refuses(self):
        # @spec orders/1.2
        with pytest.raises(ValueError):
            take([], Hours(False), 1)


def test_hands_out_once(record_property):
    record_property("spec", "orders/2.1")
    assert False, "not yet"


@pytest.mark.skip(reason="the printer is away")
def test_prints_a_receipt():
    """@spec orders/2.2"""
