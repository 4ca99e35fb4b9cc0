#include "shared/domain/fee.hpp"
