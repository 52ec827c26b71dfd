namespace Mp.Testing.Loops;

/// <summary>The ports of one machine run on the loop.</summary>
internal sealed class MachineScheduler(Machine machine) : PortScheduler
{
    /// <inheritdoc/>
    public override void Schedule(IThreadPoolWorkItem work) => machine.Post(work);
}
