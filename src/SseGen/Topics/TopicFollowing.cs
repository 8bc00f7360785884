using Microsoft.Extensions.Hosting;

namespace SseGen.Topics;

/// <summary>A topic that can begin to follow other processes before anybody subscribes.</summary>
internal interface ITopicFollower
{
    void Follow();
}

/// <summary>
/// Has the named topics follow their engine from the start of the host, so that the first subscriber finds the present where it is; and makes
/// bad options fail the start.
/// </summary>
internal sealed class TopicFollowing(IEnumerable<TopicRegistration> registrations, IServiceProvider services) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var registration in registrations)
        {
            registration.Open(services)?.Follow();
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

/// <summary>A topic of the application.</summary>
/// <param name="Name">Its name.</param>
/// <param name="ServiceType">What is injected: <see cref="EventTopic{T}"/> or <see cref="EventTopics{TKey, T}"/>.</param>
/// <param name="Open">Makes it.</param>
internal sealed record TopicRegistration(string Name, Type ServiceType, Func<IServiceProvider, ITopicFollower?> Open);
