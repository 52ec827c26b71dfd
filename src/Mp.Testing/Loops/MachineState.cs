namespace Mp.Testing.Loops;

/// <summary>What a machine is doing.</summary>
internal enum MachineState
{
    /// <summary>It runs.</summary>
    Running,

    /// <summary>It stands still, as after <c>SIGSTOP</c>; what it has to do waits.</summary>
    Frozen,

    /// <summary>It is gone, as after <c>SIGKILL</c>; what it had to do never happens.</summary>
    Crashed,
}
