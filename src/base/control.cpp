#include "base/control.hpp"

#include "base/error.hpp"

namespace entente {

void Control::checkpoint() const {
    if (stopped()) throw Error(Fault::interrupted, "interrupted");
}

}  // namespace entente
