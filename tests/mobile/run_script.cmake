# Starts PROGRAM on an empty folder with SCRIPT and ARGUMENTS; the exit code must be EXPECTED and the output hold SAYS.
file(REMOVE_RECURSE "${DATA}")
execute_process(COMMAND "${PROGRAM}" --data "${DATA}" --lang id ${ARGUMENTS} --script "${SCRIPT}"
  RESULT_VARIABLE code OUTPUT_VARIABLE output ERROR_VARIABLE errors TIMEOUT 50)
message("${output}${errors}")
if(NOT code EQUAL EXPECTED)
  message(FATAL_ERROR "exit code ${code} instead of ${EXPECTED}")
endif()
if(SAYS AND NOT output MATCHES "${SAYS}")
  message(FATAL_ERROR "\"${SAYS}\" was not said")
endif()
if(errors MATCHES "qrc:/.*(Error|loop|undefined)")
  message(FATAL_ERROR "QML complained")
endif()
