#include "shared/protocol/objects.hpp"
