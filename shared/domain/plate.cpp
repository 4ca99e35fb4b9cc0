#include "shared/domain/plate.hpp"
