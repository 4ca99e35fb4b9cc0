#include "shared/protocol/codec.hpp"
