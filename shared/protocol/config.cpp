#include "shared/protocol/config.hpp"
