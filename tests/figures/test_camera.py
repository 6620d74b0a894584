from __future__ import annotations

import math

import pytest

from pages.figures.camera import Camera, fit_camera

JENIN, TULKAREM, FARAA = (35.301, 32.460), (35.029, 32.310), (35.344, 32.288)


@pytest.mark.parametrize("place", [JENIN, TULKAREM, FARAA])
def test_a_position_comes_back_from_its_pixels(place: tuple[float, float]) -> None:
    camera = Camera(35.2, 32.37, 9.3)
    assert camera.position(*camera.pixels(*place)) == pytest.approx(place, abs=1e-5)


def test_north_is_up_and_east_is_right() -> None:
    right, down = Camera(*TULKAREM, zoom=9.0).pixels(*JENIN)
    assert right > 0 > down


def test_pixels_measure_the_ground() -> None:
    """One degree of latitude is about 111 km; here a tenth of one."""
    camera = Camera(35.2, 32.37, 9.3)
    _, top = camera.pixels(35.2, 32.42)
    _, bottom = camera.pixels(35.2, 32.32)
    assert camera.metres(bottom - top, 32.37) == pytest.approx(11_120, rel=0.01)


@pytest.mark.parametrize(
    "positions", [[JENIN], [JENIN, TULKAREM], [JENIN, TULKAREM, FARAA], [JENIN, (34.45, 31.50)]]
)
def test_every_position_is_in_view(positions: list[tuple[float, float]]) -> None:
    camera = fit_camera(positions, 136, 190, closest=9.3)
    assert camera.zoom <= 9.3
    for position in positions:
        x, y = camera.pixels(*position)
        assert abs(x) <= 136.001
        assert abs(y) <= 191


def test_one_position_is_seen_from_the_closest() -> None:
    assert fit_camera([JENIN], 136, 190, closest=9.3) == Camera(*JENIN, zoom=9.3)


def test_twice_as_far_apart_is_one_zoom_less() -> None:
    near = fit_camera([(35.0, 32.0), (36.0, 32.0)], 100, 100, closest=20)
    far = fit_camera([(34.0, 32.0), (36.0, 32.0)], 100, 100, closest=20)
    assert near.zoom - far.zoom == pytest.approx(1)
    assert math.isfinite(near.zoom)
