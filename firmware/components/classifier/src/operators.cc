#include "classifier/operators.h"

namespace squeeze {

namespace {

Resolver filled() {
    Resolver resolver;
    resolver.AddAdd();
    resolver.AddConcatenation();
    resolver.AddConv2D();
    resolver.AddMaxPool2D();
    resolver.AddMean();
    resolver.AddSoftmax();
    resolver.AddDecode();
    return resolver;
}

}  // namespace

const Resolver& resolver() {
    static const Resolver kernels = filled();
    return kernels;
}

}  // namespace squeeze
