#include "render/picture/size_class.hpp"

#include <catch2/catch.hpp>

using namespace entente::render;

TEST_CASE("Figures are small up to 60 actors, medium up to 300, large up to 2,000 and huge beyond") {
    CHECK(size_class(0) == SizeClass::small);
    CHECK(size_class(60) == SizeClass::small);
    CHECK(size_class(61) == SizeClass::medium);
    CHECK(size_class(300) == SizeClass::medium);
    CHECK(size_class(301) == SizeClass::large);
    CHECK(size_class(2000) == SizeClass::large);
    CHECK(size_class(2001) == SizeClass::huge);
    CHECK(in_detail(300));
    CHECK_FALSE(in_detail(301));
    CHECK(by_size<int>(61, {1, 2, 3, 4}) == 2);
}
