#pragma once

#include "shared/core/clock.hpp"
#include "shared/protocol/messages.hpp"

#include <QObject>
#include <QString>
#include <QUrl>

#include <memory>

namespace palang::mobile {

/// One WebSocket to the server: hello, heartbeat every 10 s, full-jitter back-off from the first try, clock samples.
/// It carries messages and knows nothing of what they mean. Thread: its own.
class Link : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Idle,         ///< Not asked to connect.
        Connecting,   ///< Trying or waiting for the next try.
        Up,           ///< Greeted, the database is up.
        DatabaseDown, ///< Greeted, but the server's database is down.
    };
    Q_ENUM(State)

    Link(const clock &time, QObject *parent = nullptr);
    ~Link() override;

    /// Starts (or goes on) connecting to `url` (ws:// or wss://, path /v1). The hello is asked for by helloWanted.
    void open(const QUrl &url, const protocol::hello &greeting);
    void setResume(const std::optional<protocol::resume_point> &resume); ///< For the next hello.
    void close();
    /// Tries at once: the user tapped the indicator, or the operating system reports the network.
    void checkNow();
    /// Only when State is Up or DatabaseDown; otherwise dropped (the owner's state machine sends again).
    bool send(const protocol::client_message &message);
    /// The sync succeeded: the back-off starts from the beginning next time.
    void confirmHealthy();

    [[nodiscard]] State state() const;
    /// server time - device time, from the sample with the lowest round trip; nullopt before the first.
    [[nodiscard]] std::optional<milliseconds> clockOffset() const;
    [[nodiscard]] std::optional<milliseconds> roundTrip() const;
    [[nodiscard]] std::optional<instant> stateSince() const;
    [[nodiscard]] QString detail() const; ///< Why it is down, in words.

signals:
    void stateChanged();
    void welcomed(const palang::protocol::welcome &w);
    void received(const palang::protocol::server_message &m);
    void clockSampled();
    /// A close that needs a person: 4401 log in, 4403, 4409 taken over, 4400 our fault.
    void refused(quint16 closeCode, const QString &reason);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace palang::mobile
