#include "shared/domain/vehicle_class.hpp"
