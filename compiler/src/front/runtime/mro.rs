//! The order in which classes are searched for attributes: C3 linearisation.

use crate::ir::ClassNo;

/// The method resolution order of a class of the runtime.
pub fn linearise<'b>(class: ClassNo, bases: &impl Fn(ClassNo) -> &'b Vec<ClassNo>) -> Vec<ClassNo> {
    let own = bases(class);
    let mut lists: Vec<Vec<ClassNo>> = own.iter().map(|base| linearise(*base, bases)).collect();
    lists.push(own.clone());
    let mut order = vec![class];
    loop {
        lists.retain(|list| !list.is_empty());
        let in_tail = |class: ClassNo| lists.iter().any(|list| list[1..].contains(&class));
        let heads = lists.iter().map(|list| list[0]);
        // The runtime's classes are consistent: there is a head that is in no tail.
        let Some(next) = heads.into_iter().find(|head| !in_tail(*head)) else {
            return order;
        };
        order.push(next);
        for list in &mut lists {
            list.retain(|class| *class != next);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bases_keep_their_order() {
        // 0 object, 1 A(object), 2 B(object), 3 C(A, B), 4 D(C, A)
        let bases = [vec![], vec![0], vec![0], vec![1, 2], vec![3, 1]];
        let bases = bases.map(|list| list.into_iter().map(ClassNo).collect::<Vec<_>>());
        let order = linearise(ClassNo(4), &|class| &bases[class.0 as usize]);
        let order: Vec<u32> = order.into_iter().map(|class| class.0).collect();
        assert_eq!(order, [4, 3, 1, 2, 0]);
    }
}
