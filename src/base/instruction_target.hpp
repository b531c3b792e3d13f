// Regions of code for one instruction set. Only what stands between the two macros uses it: the headers of
// the standard library are included before, so that none of their functions is compiled for a processor that
// the machine may not have.
#pragma once

#if defined(__x86_64__) && defined(__clang__)
// clang takes one string literal only, which stringizing makes of words on several lines.
#define ENTENTE_PRAGMA(words) _Pragma(#words)
#define ENTENTE_BEGIN_TARGET_AVX2 \
    ENTENTE_PRAGMA(clang attribute push(__attribute__((target("avx2,popcnt,bmi,bmi2"))), apply_to = function))
#define ENTENTE_BEGIN_TARGET_AVX512                                                                    \
    ENTENTE_PRAGMA(clang attribute push(                                                               \
        __attribute__((target("avx512f,avx512dq,avx512bw,avx512vl,avx512vpopcntdq,popcnt,bmi,bmi2"))), \
        apply_to = function))
#define ENTENTE_END_TARGET _Pragma("clang attribute pop")
#elif defined(__x86_64__) && defined(__GNUC__)
#define ENTENTE_BEGIN_TARGET_AVX2 _Pragma("GCC push_options") _Pragma("GCC target(\"avx2,popcnt,bmi,bmi2\")")
#define ENTENTE_BEGIN_TARGET_AVX512 \
    _Pragma("GCC push_options")     \
        _Pragma("GCC target(\"avx512f,avx512dq,avx512bw,avx512vl,avx512vpopcntdq,popcnt,bmi,bmi2\")")
#define ENTENTE_END_TARGET _Pragma("GCC pop_options")
#endif
