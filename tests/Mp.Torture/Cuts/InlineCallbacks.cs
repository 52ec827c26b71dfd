using Mp.Ports;

namespace Mp.Torture.Cuts;

/// <summary>
/// Runs callbacks of monitors where they are fired, so that the moment that one notes is the moment that it fired.
/// </summary>
internal sealed class InlineCallbacks : PortScheduler
{
    public override void Schedule(IThreadPoolWorkItem work)
    {
        if (work is CallbackWorkItem)
        {
            work.Execute();
        }
        else
        {
            ThreadPool.Schedule(work);
        }
    }
}
