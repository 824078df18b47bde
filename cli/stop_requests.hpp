#pragma once

namespace entente::cli {

/// While it lives, the signals that end a program (SIGINT, SIGTERM, SIGHUP) are counted instead, so that what is under way can
/// end well. One at a time.
class StopRequests {
 public:
  /// What comes after `most` signals ends the program as if this did not live.
  explicit StopRequests(int most = 1000);
  StopRequests(const StopRequests&) = delete;
  StopRequests& operator=(const StopRequests&) = delete;
  ~StopRequests();

  [[nodiscard]] static int count();
  /// The last of them; 0 where there was none.
  [[nodiscard]] static int signal_number();
  /// Ends the program as the signal would have done. Returns where there was none.
  static void end_as_asked();
};

}  // namespace entente::cli
