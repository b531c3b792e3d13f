// The entry that libFuzzer calls; which target is ENTENTE_FUZZ_TARGET's affair. Built by script/fuzz.
#include <cstdio>
#include <cstdlib>
#include <string>

#include "fuzz/targets.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    static const entente::fuzz::Target* const chosen = [] {
        const char* name = std::getenv("ENTENTE_FUZZ_TARGET");
        for (const entente::fuzz::Target& target : entente::fuzz::targets()) {
            if (name != nullptr && target.name == name) return &target;
        }
        std::fputs("ENTENTE_FUZZ_TARGET names no target\n", stderr);
        std::exit(2);
    }();
    chosen->run({reinterpret_cast<const char*>(bytes), size});
    return 0;
}
