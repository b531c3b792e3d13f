#include "io/network_reader.hpp"

namespace entente::io {

Reading read_network(const ReadOptions&, const Control&) { throw Error(Fault::internal, "reading is being built"); }

}  // namespace entente::io
